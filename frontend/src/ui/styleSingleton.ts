import { useEffect } from "react";

interface AdoptedStyleProps {
  styles: string;
  dynamic?: boolean;
}

/**
 * Takes the place of the package `react-style-singleton` (see vite.config.ts), with which Radix stops the page behind a dialog from
 * scrolling. The package writes a `<style>` element, which the Content-Security-Policy refuses; an adopted style sheet needs no exception.
 */
export function styleSingleton(): (props: AdoptedStyleProps) => null {
  return AdoptedStyle;
}

function AdoptedStyle({ styles }: AdoptedStyleProps): null {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    };
  }, [styles]);
  return null;
}
