package dev.seaworthy.helm;

import dev.seaworthy.helm.template.Frame;
import dev.seaworthy.helm.template.MarkedOutput;
import dev.seaworthy.source.FieldTrace;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.RelatedPlace;
import dev.seaworthy.source.SourceMap;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Leads from what a template renders to back to the template: to the text or action that wrote it,
 * which may stand in another file, to the actions that included that, and to the values behind it.
 *
 * <p>What is rendered with marks proves where text comes from only as far as it is the same as what
 * is rendered without them.
 */
final class TemplateMap implements SourceMap {

  private static final int EXCERPT_LINES = 2;

  private final SourceText template;
  private final SourceText plain;
  private final MarkedOutput marked;
  private final Alignment alignment;
  private final ValueTrace values;
  private final Set<String> valuesFiles;
  private volatile Optional<Map<String, BitSet>> covered = Optional.empty();

  /** Tells which values decide a field. */
  @FunctionalInterface
  interface ValueTrace {

    /**
     * @param output what was rendered with marks
     * @param field the field, with offsets of that
     */
    List<RelatedPlace> of(MarkedOutput output, FieldTrace field);
  }

  /**
   * @param template the template
   * @param plain what it renders to
   * @param marked what it renders to with marks
   * @param valuesFiles the names of the files with values for it
   */
  TemplateMap(
      SourceText template,
      String plain,
      MarkedOutput marked,
      ValueTrace values,
      Set<String> valuesFiles) {
    this.template = template;
    this.plain = new SourceText(template.name(), plain);
    this.marked = marked;
    this.alignment = new Alignment(this.plain, new SourceText(template.name(), marked.text()));
    this.values = values;
    this.valuesFiles = Set.copyOf(valuesFiles);
  }

  @Override
  public Location locate(int start, int end) {
    OptionalInt from = offset(start);
    List<Frame> trail = from.isPresent() ? marked.trail(from.getAsInt()) : List.of();
    if (trail.isEmpty()) {
      return new Location(template.name(), near(start), Precision.RENDERED);
    }
    Frame frame = trail.get(0);
    int sourceStart = frame.sourceOffset(from.getAsInt());
    int sourceEnd = Math.max(sourceStart, sourceEnd(frame, end));
    return new Location(
        frame.file().name(), frame.file().span(sourceStart, sourceEnd), Precision.TEMPLATE);
  }

  /** Where a part ends that starts in a frame: in the same line, or with the frame. */
  private int sourceEnd(Frame frame, int end) {
    int line = frame.file().position(frame.sourceStart()).line();
    OptionalInt last = end > 0 ? offset(end - 1) : OptionalInt.empty();
    List<Frame> trail = last.isPresent() ? marked.trail(last.getAsInt()) : List.of();
    if (frame.kind() == Frame.Kind.TEXT
        && !trail.isEmpty()
        && trail.get(0).file() == frame.file()) {
      Frame other = trail.get(0);
      boolean text = other.kind() == Frame.Kind.TEXT;
      int sourceEnd = text ? other.sourceOffset(last.getAsInt()) + 1 : other.sourceEnd();
      return Math.min(sourceEnd, frame.file().lineEnd(line));
    }
    return frame.sourceEnd();
  }

  private OptionalInt offset(int plainOffset) {
    return marked.isSound() ? alignment.offset(plainOffset) : OptionalInt.empty();
  }

  /** The place of the nearest line above that is proven, or the start of the template. */
  private Span near(int start) {
    int line = marked.isSound() ? alignment.provenAbove(plain.position(start).line()) : 0;
    for (; line > 0; line = alignment.provenAbove(line - 1)) {
      int offset = firstNonBlank(line);
      List<Frame> trail = offset < 0 ? List.of() : marked.trail(offset);
      for (Frame frame : trail) {
        if (frame.file().name().equals(template.name())) {
          int written = frame.file().position(frame.sourceOffset(offset)).line();
          return template.span(template.lineStart(written), template.lineEnd(written));
        }
      }
    }
    return Span.FILE_START;
  }

  private int firstNonBlank(int line) {
    String text = plain.line(line);
    int blanks = text.length() - text.stripLeading().length();
    return blanks == text.length()
        ? -1
        : alignment.offset(plain.lineStart(line) + blanks).orElse(-1);
  }

  @Override
  public List<RelatedPlace> related(FieldTrace field) {
    if (field.steps().isEmpty()) {
      return List.of();
    }
    List<RelatedPlace> related = new ArrayList<>();
    traced(field).ifPresent(traced -> related.addAll(values.of(marked, traced)));
    related.addAll(calls(trail(field)));
    return related.stream().distinct().toList();
  }

  /** What wrote a field, innermost first: its value, or its key where the value is not proven. */
  private List<Frame> trail(FieldTrace field) {
    FieldTrace.Step last = field.steps().get(field.steps().size() - 1);
    OptionalInt start = offset(last.start());
    OptionalInt value = field.missing().isEmpty() ? offset(last.valueStart()) : start;
    OptionalInt proven = value.isPresent() ? value : start;
    return proven.isPresent() ? marked.trail(proven.getAsInt()) : List.of();
  }

  /** The actions that called the named templates which wrote something, innermost first. */
  private static List<RelatedPlace> calls(List<Frame> trail) {
    List<RelatedPlace> calls = new ArrayList<>(0);
    boolean inDefine = false;
    for (Frame frame : trail) {
      if (frame.kind() == Frame.Kind.ACTION && inDefine) {
        Span span = frame.file().span(frame.sourceStart(), frame.sourceEnd());
        Location location = new Location(frame.file().name(), span, Precision.TEMPLATE);
        calls.add(new RelatedPlace(location, "included here"));
        inDefine = false;
      }
      inDefine |= frame.kind() == Frame.Kind.DEFINE;
    }
    return calls;
  }

  /** The field with offsets of what was rendered with marks, if all of its steps are proven. */
  private Optional<FieldTrace> traced(FieldTrace field) {
    List<FieldTrace.Step> steps = new ArrayList<>(field.steps().size());
    for (FieldTrace.Step step : field.steps()) {
      OptionalInt start = offset(step.start());
      OptionalInt valueStart = offset(step.valueStart());
      OptionalInt last = offset(Math.max(step.valueStart(), step.end() - 1));
      if (start.isEmpty() || valueStart.isEmpty() || last.isEmpty()) {
        return Optional.empty();
      }
      int end = step.end() > step.valueStart() ? last.getAsInt() + 1 : last.getAsInt();
      steps.add(new FieldTrace.Step(step.name(), start.getAsInt(), valueStart.getAsInt(), end));
    }
    return Optional.of(new FieldTrace(steps, field.missing()));
  }

  @Override
  public boolean covers(String file, int line) {
    return valuesFiles.contains(file)
        || Optional.ofNullable(covered().get(file)).filter(lines -> lines.get(line)).isPresent();
  }

  private Map<String, BitSet> covered() {
    Optional<Map<String, BitSet>> known = covered;
    if (known.isEmpty()) {
      Map<String, BitSet> lines = new HashMap<>();
      for (Frame frame : marked.isSound() ? marked.frames() : List.<Frame>of()) {
        if (frame.kind() == Frame.Kind.TEXT || frame.kind() == Frame.Kind.ACTION) {
          int from = frame.file().position(frame.sourceStart()).line();
          int to = frame.file().position(frame.sourceEnd()).line();
          lines.computeIfAbsent(frame.file().name(), name -> new BitSet()).set(from, to + 1);
        }
      }
      known = Optional.of(lines);
      covered = known;
    }
    return known.get();
  }

  /** The line, and a few around it. */
  @Override
  public Optional<String> excerpt(int start, int end) {
    int line = plain.position(start).line();
    int from = Math.max(1, line - EXCERPT_LINES);
    int to = Math.min(plain.lineCount(), line + EXCERPT_LINES);
    return Optional.of(plain.text().substring(plain.lineStart(from), plain.lineEnd(to)));
  }
}
