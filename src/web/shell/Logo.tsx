/** The mark of the program; decoration beside its name. */
export function Logo({ size }: { readonly size: number }) {
  return <img src="/icon.svg" width={size} height={size} alt="" />;
}
