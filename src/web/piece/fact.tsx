// One line of what is known of a thing, within a list of such (`<dl>`).
import type { ReactNode } from "react";

/** A fact under its name. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
