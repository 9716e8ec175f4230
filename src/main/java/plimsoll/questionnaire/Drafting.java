package plimsoll.questionnaire;

import java.util.Map;

/** What stands in the editor's form, as the text of a draft. */
public final class Drafting {
  private Drafting() {}

  /**
   * @param fields of the form: "text" where the text itself was typed; else "base", the text that
   *     the form was made of, with what was typed into its fields and the button that was pressed
   */
  public static String text(Map<String, String> fields) {
    if (fields.containsKey("text")) return fields.get("text").replace("\r\n", "\n");
    var base = fields.getOrDefault("base", "").replace("\r\n", "\n");
    var form = form(base);
    if (form == null) return base;
    Typed.into(form, fields, fields.getOrDefault("do", "save"));
    return YamlText.head(base) + YamlText.write(FormTree.closed(form));
  }

  /** As fields of a form hold it; null where no form can. */
  static Map<String, Object> form(String text) {
    try {
      return FormTree.opened(YamlText.tree(text));
    } catch (SurveyFault e) {
      return null;
    }
  }
}
