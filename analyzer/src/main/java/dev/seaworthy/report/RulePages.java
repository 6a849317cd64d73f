package dev.seaworthy.report;

import dev.seaworthy.rule.RuleMetadata;
import java.net.URI;
import java.util.Optional;

/** Knows where the pages of rules stand on the web. */
@FunctionalInterface
public interface RulePages {

  /** No rule has a page. */
  RulePages NONE = rule -> Optional.empty();

  /** The absolute address of a rule's page, if it has one. */
  Optional<URI> page(RuleMetadata rule);
}
