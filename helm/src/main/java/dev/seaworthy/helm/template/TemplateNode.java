package dev.seaworthy.helm.template;

import java.util.List;

/**
 * A part of a template. Offsets are UTF-16 code units from the start of the file, the end
 * exclusive; those of actions include the delimiters.
 */
public sealed interface TemplateNode {

  int start();

  int end();

  /** Text that is copied, as written: before actions trim it. */
  record Text(int start, int end) implements TemplateNode {}

  /** A comment action. */
  record Comment(int start, int end) implements TemplateNode {}

  /**
   * An action whose value, if it has one, is written: {@code {{ .Values.x }}}, {@code {{ $x := 1
   * }}}, {@code {{ template "x" . }}}, {@code {{ break }}}.
   *
   * @param delimiters the action itself
   * @param keyword {@code template}, {@code break}, {@code continue}, or empty
   * @param pipeline what is evaluated; for {@code template} the name is its first operand
   */
  record Action(Delimiters delimiters, String keyword, Expression.Pipeline pipeline)
      implements TemplateNode {
    @Override
    public int start() {
      return delimiters.start();
    }

    @Override
    public int end() {
      return delimiters.end();
    }
  }

  /**
   * A block that ends with {@code {{ end }}}.
   *
   * @param keyword {@code if}, {@code with}, {@code range}, {@code define} or {@code block}
   * @param branches the first one, then one for each {@code else}
   * @param close the {@code end}
   */
  record Block(String keyword, List<Branch> branches, Delimiters close) implements TemplateNode {
    public Block {
      branches = List.copyOf(branches);
    }

    @Override
    public int start() {
      return branches.get(0).open().start();
    }

    @Override
    public int end() {
      return close.end();
    }
  }

  /**
   * A branch of a block.
   *
   * @param open the action that opens it
   * @param pipeline its condition or value; without commands for a bare {@code else}
   * @param body what it holds
   */
  record Branch(Delimiters open, Expression.Pipeline pipeline, List<TemplateNode> body) {
    public Branch {
      body = List.copyOf(body);
    }
  }

  /**
   * Where an action stands, from {@code {{} to {@code }}}.
   *
   * @param trimsLeft whether it starts with {@code {{-}
   * @param trimsRight whether it ends with {@code -}}}
   */
  record Delimiters(int start, int end, boolean trimsLeft, boolean trimsRight) {}
}
