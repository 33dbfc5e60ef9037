import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { graphSvg } from "../../domain/flow/graph-svg.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import type { Graph } from "./graph.ts";
import { pngOf } from "./pngOf.ts";
import { saveFile } from "./saveFile.ts";
import { useText } from "./text.ts";

/** The graph as shown, as a file: the lines chosen, the day chosen. */
export function ExportButtons({ graph }: { graph: Graph }) {
  const t = useText();
  const svg = () =>
    graphSvg(graph.layout, graph.edges, {
      title: graph.title,
      subtitle: graph.subtitle,
      node: (id) => ({ name: graph.nameOf(id), note: graph.noteOf(id) }),
      amount: graph.amountOf,
      kind: (kind) => t(`kind.${kind}`),
    });
  const png = useMutation({
    mutationFn: async () => saveFile(`${graph.fileName}.png`, await pngOf(svg())),
  });
  return (
    <>
      <Button size="sm" onClick={() => saveFile(`${graph.fileName}.svg`, new Blob([svg()], { type: "image/svg+xml" }))}>
        <Download aria-hidden className="size-4" />
        {t("export.svg")}
      </Button>
      <Button size="sm" busy={png.isPending} onClick={() => png.mutate()}>
        <Download aria-hidden className="size-4" />
        {t("export.png")}
      </Button>
      {png.error && (
        <Callout tone="danger" live>
          {t("export.failed")}
        </Callout>
      )}
    </>
  );
}
