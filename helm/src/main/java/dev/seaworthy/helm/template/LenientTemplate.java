package dev.seaworthy.helm.template;

/** Templates that render although values are missing. */
public final class LenientTemplate {

  private LenientTemplate() {}

  /**
   * The same template, in which {@code required "message" X} is X, or the empty text where it would
   * fail, and {@code fail "message"} is the empty text. A text that cannot be read as a template
   * stays as it is.
   *
   * <p>What follows on the same line moves, and what follows a message of several lines moves up;
   * {@link Marker#lenient} gives templates whose output leads to the text that was written.
   */
  public static String of(String text) {
    TextEdits edits = new TextEdits();
    try {
      new Leniency(edits).apply(TemplateReader.read(text));
    } catch (TemplateSyntaxException e) {
      return text;
    }
    return edits.apply(text);
  }
}
