import { X } from "lucide-react";
import { Toast as Radix } from "radix-ui";
import { createContext, type ReactNode, use, useCallback, useState } from "react";
import { cx } from "./cx.ts";
import { IconButton } from "./IconButton.tsx";
import { useUiTexts } from "./texts.ts";
import { TONE_SOFT, type Tone } from "./tone.ts";

interface ToastMessage {
  tone: Tone;
  title: string;
  detail?: string;
}

const ToastContext = createContext<((message: ToastMessage) => void) | null>(null);

/** Tells the outcome of something that the reader has looked away from. */
export function useToast(): (message: ToastMessage) => void {
  const show = use(ToastContext);
  if (!show) throw new Error("ToastProvider is missing above this component.");
  return show;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const texts = useUiTexts();
  const [messages, setMessages] = useState<readonly (ToastMessage & { id: string })[]>([]);
  const show = useCallback((message: ToastMessage) => {
    setMessages((shown) => [...shown, { ...message, id: crypto.randomUUID() }]);
  }, []);
  const remove = (id: string) => setMessages((shown) => shown.filter((message) => message.id !== id));
  return (
    <ToastContext value={show}>
      <Radix.Provider label={texts.notifications} swipeDirection="right">
        {children}
        {messages.map((message) => (
          <Radix.Root
            key={message.id}
            duration={6_000}
            onOpenChange={(open) => !open && remove(message.id)}
            className={cx(
              "flex items-start gap-2 rounded-md border border-line p-3 shadow-floating",
              TONE_SOFT[message.tone],
            )}
          >
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-semibold">{message.title}</Radix.Title>
              {message.detail && <Radix.Description className="text-ink">{message.detail}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton icon={X} label={texts.close} size="sm" />
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport
          data-testid="toasts"
          className="fixed end-4 bottom-20 z-50 grid w-88 max-w-[calc(100vw-2rem)] gap-2 md:bottom-4"
        />
      </Radix.Provider>
    </ToastContext>
  );
}
