package dev.seaworthy.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.parser.Parser;

/** Builds the nodes of one document from the parser's events. */
final class Composer {

  private static final String MERGE_KEY = "<<";
  private static final String MERGE_TAG = "tag:yaml.org,2002:merge";

  private final Parser parser;
  private final Offsets offsets;
  private final YamlLimits limits;
  private final NodeCounter counter;
  private final ScalarReader scalars;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int depth;
  private int flowDepth;
  private long nodes;
  private long aliasedNodes;

  /** The deepest level reached inside the collection that is being read, aliases followed. */
  private int deepest;

  /**
   * An anchored node, with all that is reached through its own aliases.
   *
   * @param node the node; {@code null} while it is being read
   * @param weight how many nodes it stands for
   * @param height how many levels of collections
   */
  private record Anchored(@Nullable YamlNode node, long weight, int height) {

    static final Anchored OPEN = new Anchored(null, 0, 0);
  }

  Composer(Parser parser, Offsets offsets, YamlLimits limits, NodeCounter counter) {
    this.parser = parser;
    this.offsets = offsets;
    this.limits = limits;
    this.counter = counter;
    this.scalars = new ScalarReader(offsets);
    this.aliasedNodes = counter.aliased();
  }

  /** The document; one that cannot be read leaves the bound on aliases to the others. */
  YamlNode document() {
    YamlNode root = node();
    counter.aliased(aliasedNodes);
    return root;
  }

  /** The next node; the parser stands before its first event. */
  private YamlNode node() {
    Event event = parser.next();
    if (!counter.next()) {
      throw YamlReadException.tooManyNodes(offsets.start(event), limits);
    }
    nodes++;
    return switch (event.getEventId()) {
      case Alias -> alias((AliasEvent) event);
      case Scalar -> scalar((ScalarEvent) event);
      case SequenceStart -> collection((CollectionStartEvent) event, true);
      case MappingStart -> collection((CollectionStartEvent) event, false);
      default -> throw new IllegalStateException("unexpected event " + event.getEventId());
    };
  }

  private YamlScalar scalar(ScalarEvent event) {
    if (flowDepth > 0 && event.isPlain() && event.getValue().startsWith("?")) {
      throw YamlReadException.syntax(
          offsets.start(event),
          "'?' starts a key in braces and brackets, for Kubernetes even without a space after it",
          "Quote the text, or put a space after the question mark.");
    }
    YamlScalar scalar = scalars.read(event);
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(scalar, 1, 0)));
    return scalar;
  }

  private YamlAlias alias(AliasEvent event) {
    Anchor anchor = event.getAlias();
    int start = offsets.start(event);
    Anchored anchored = anchors.get(anchor);
    if (anchored == null) {
      throw YamlReadException.syntax(
          start,
          "unknown anchor '" + anchor + "'",
          "Define the anchor before the alias, in the same document.");
    }
    YamlNode target = anchored.node();
    if (target == null) {
      throw YamlReadException.syntax(
          start, "anchor '" + anchor + "' contains itself", "Remove the alias inside its anchor.");
    }
    nodes += anchored.weight();
    expand(anchored.weight(), start);
    reach(depth + anchored.height(), start);
    return new YamlAlias(start, offsets.end(event), anchor.getValue(), target);
  }

  private void expand(long more, int offset) {
    aliasedNodes += more;
    if (aliasedNodes > limits.maxAliasedNodes()) {
      throw YamlReadException.limit(
          offset,
          "aliases expand to more than " + limits.maxAliasedNodes() + " nodes",
          "Write the repeated content out, or split the file.");
    }
  }

  private YamlNode collection(CollectionStartEvent event, boolean sequence) {
    Optional<Anchor> anchor = event.getAnchor();
    anchor.ifPresent(name -> anchors.put(name, Anchored.OPEN));
    long nodesBefore = nodes;
    int deepestBefore = deepest;
    deepest = 0;
    reach(++depth, offsets.start(event));
    flowDepth += event.isFlow() ? 1 : 0;
    YamlNode node = sequence ? sequence(event) : mapping(event);
    flowDepth -= event.isFlow() ? 1 : 0;
    depth--;
    if (anchor.isPresent()) {
      // unless the same name was defined anew inside
      Anchored anchored = new Anchored(node, nodes - nodesBefore + 1, deepest - depth);
      anchors.replace(anchor.get(), Anchored.OPEN, anchored);
    }
    deepest = Math.max(deepest, deepestBefore);
    return node;
  }

  private void reach(int level, int offset) {
    if (level > limits.maxDepth()) {
      throw YamlReadException.tooDeep(offset, limits);
    }
    deepest = Math.max(deepest, level);
  }

  private YamlSequence sequence(CollectionStartEvent event) {
    List<YamlNode> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node());
    }
    Event endEvent = parser.next();
    @Nullable YamlNode last = items.isEmpty() ? null : items.get(items.size() - 1);
    int start = offsets.valueStart(event);
    return new YamlSequence(start, end(start, endEvent, last), items);
  }

  private YamlMapping mapping(CollectionStartEvent event) {
    MappingBuilder builder = new MappingBuilder();
    @Nullable YamlNode last = null;
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      boolean merge = isMerge(parser.peekEvent());
      YamlNode key = node();
      YamlNode value = node();
      if (merge) {
        merge(builder, value);
      } else {
        YamlScalar scalar = key(key);
        builder.put(scalar, scalars.keyName(scalar), value);
      }
      last = value;
    }
    Event endEvent = parser.next();
    int start = offsets.valueStart(event);
    return builder.build(start, end(start, endEvent, last));
  }

  /** Without brackets a collection ends with its last value: the parser's mark runs on. */
  private int end(int start, Event end, @Nullable YamlNode last) {
    char first = offsets.text().charAt(start);
    return first == '{' || first == '[' || last == null ? offsets.end(end) : last.end();
  }

  private YamlScalar key(YamlNode key) {
    if (key.resolved() instanceof YamlScalar scalar && !scalar.isNull()) {
      return scalar;
    }
    boolean braces = key instanceof YamlMapping;
    throw YamlReadException.syntax(
        key.start(),
        "a key must be a string, number or boolean",
        braces
            ? "Quote the key; if this is a template, render it first and check the result."
            : "Give the value a key.");
  }

  private void merge(MappingBuilder builder, YamlNode value) {
    if (!(value instanceof YamlSequence sequence)) {
      mergeOne(builder, value);
      return;
    }
    // of several sources the first one wins, so it is merged last
    for (int i = sequence.items().size() - 1; i >= 0; i--) {
      mergeOne(builder, sequence.items().get(i));
    }
  }

  private void mergeOne(MappingBuilder builder, YamlNode value) {
    if (!(value.resolved() instanceof YamlMapping mapping)) {
      throw YamlReadException.syntax(
          value.start(),
          "a merge key needs a mapping or a list of mappings",
          "Put an alias of a mapping after '<<:', or quote the key to mean it literally.");
    }
    expand(mapping.entries().size(), value.start());
    builder.merge(mapping, through(value));
  }

  private static Optional<YamlAlias> through(YamlNode value) {
    return value instanceof YamlAlias alias ? Optional.of(alias) : Optional.empty();
  }

  private static boolean isMerge(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.getValue().equals(MERGE_KEY)
        && scalar.getTag().map(MERGE_TAG::equals).orElseGet(scalar::isPlain);
  }
}
