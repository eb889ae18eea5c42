/**
 * Passwords of ten characters and more that attackers try first, in lower case. Shorter ones fail by their length
 * already, so the list stays short.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  0123456789 1234567890 12345678910 123456789a 123456789q 1234567891 0987654321 9876543210 1029384756 1122334455
  1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedcrfv zaq12wsxcde3
  qwertyuiop qwertyuiop123 qwerty1234 qwerty12345 qwerty123456 asdfghjkl1 asdfghjklö asdfghjkl123 zxcvbnm123
  password12 password123 password1234 password12345 password2024 password2025 password2026 password2027
  passw0rd123 p@ssw0rd123 p@ssword123 mypassword mypassword1 newpassword newpassword1 thepassword passwordpassword
  changeme123 changeme1234 letmein123 letmein1234 welcome123 welcome1234 welcome12345 welcome2026 iloveyou12
  iloveyou123 iloveyou1234 trustno1234 sunshine123 princess123 football123 baseball123 superman123 dragon12345
  monkey12345 master12345 computer123 internet123 michael123 charlie123 whatever123 starwars123 liverpool123
  admin12345 admin123456 administrator administrator1 adminadmin admin@1234 rootrootroot testtesttest test123456
  test1234567 guest12345 default123 secret1234 secret12345 rapport123 rapport1234 rapportrapport
  salasana12 salasana123 salasana1234 salasana12345 salasana2026 salasanasalasana kissa12345 koira12345 suomi12345
  perkele123 perkele1234 aurinko123 tervetuloa tervetuloa1 tervetuloa123 jalkapallo jalkapallo1 jääkiekko1
  abcdefghij abcdefghijk abc1234567 abcd123456 abcd1234567 abc123abc123 a123456789 aa123456789 q123456789 asd1234567
  `
    .trim()
    .split(/\s+/),
);
