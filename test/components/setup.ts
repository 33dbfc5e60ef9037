import "../../frontend/src/ui/theme.css";
import { changeLanguage, startI18n } from "../../frontend/src/app/i18n/i18n.ts";

// Before a test's own imports: features add their texts as they load.
await startI18n();
await changeLanguage("en");
