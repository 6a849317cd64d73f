package dev.seaworthy.report;

import dev.seaworthy.rule.RuleMetadata;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What code-scanning services show beside a result: how to mend it, and where to read on. */
record SarifHelp(RuleMetadata rule, Optional<URI> page) {

  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>#|~&]");

  String text() {
    List<String> blocks = new ArrayList<>(paragraphs());
    blocks.addAll(links());
    return String.join("\n\n", blocks);
  }

  String markdown() {
    List<String> blocks = new ArrayList<>();
    paragraphs().forEach(text -> blocks.add(MARKUP.matcher(text).replaceAll("\\\\$0")));
    if (!links().isEmpty()) {
      blocks.add(
          links().stream().map(link -> "- <" + link + ">").collect(Collectors.joining("\n")));
    }
    return String.join("\n\n", blocks);
  }

  private List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(rule.remediation());
    if (!rule.standards().isEmpty()) {
      paragraphs.add("Demanded by: " + String.join(", ", rule.standards()));
    }
    if (!rule.aliases().isEmpty()) {
      paragraphs.add("Names in other tools: " + String.join(", ", rule.aliases()));
    }
    return paragraphs;
  }

  private List<String> links() {
    List<String> links = new ArrayList<>();
    page.ifPresent(uri -> links.add(uri.toASCIIString()));
    links.addAll(rule.references());
    return links;
  }
}
