package dev.seaworthy.helm.template;

import dev.seaworthy.source.SourceText;
import java.util.Optional;

/**
 * What a mark stands for.
 *
 * @param start where it was written
 * @param end where that ends
 * @param branch the index of a branch in its block
 * @param block the number of the mark of the block that a branch belongs to; -1 for all others
 */
record MarkPoint(
    Frame.Kind kind,
    SourceText file,
    Optional<TemplateNode> node,
    int start,
    int end,
    int branch,
    int block) {

  /** Whether it is run through again and again. */
  boolean isIteration() {
    return kind == Frame.Kind.BRANCH
        && branch == 0
        && node.orElseThrow() instanceof TemplateNode.Block parent
        && parent.keyword().equals("range");
  }
}
