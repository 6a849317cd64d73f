package dev.seaworthy.rego.trace;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.trace.TraceEvent.Operation;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often statements are evaluated and how long that takes, line by line, as {@code opa
 * eval --profile} does. For one evaluation after the other, not for several at once.
 */
public final class Profile implements Tracer {

  private static final Comparator<Line> BY_COST =
      Comparator.comparingLong(Line::nanoseconds)
          .reversed()
          .thenComparing(line -> line.location().file())
          .thenComparing(line -> line.location().row());

  private final LongSupplier nanoTime;
  private final Map<Place, Counts> lines = new LinkedHashMap<>();
  private @Nullable Counts current;
  private long since;

  /**
   * @param nanoTime a clock, such as {@link System#nanoTime}
   */
  public Profile(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * What a line costs.
   *
   * @param location the first part of it that was evaluated
   * @param nanoseconds from when one of its statements was evaluated until the next one was
   * @param evaluations how often its statements were evaluated, calls within them included
   * @param redos how often they were asked to hold once more
   * @param parts the number of statements and calls
   */
  public record Line(
      RegoLocation location, long nanoseconds, long evaluations, long redos, int parts) {}

  @Override
  public void trace(TraceEvent event) {
    boolean counts = event.operation() == Operation.EVAL || event.operation() == Operation.REDO;
    if (!counts) {
      return;
    }
    stop();
    RegoLocation location = event.point().location();
    Place place = new Place(location.file(), location.row());
    Counts line = lines.computeIfAbsent(place, key -> new Counts(location));
    line.parts.add(event.point());
    if (event.operation() == Operation.EVAL) {
      line.evaluations++;
    } else {
      line.redos++;
    }
    current = line;
    since = nanoTime.getAsLong();
  }

  /** Says that the evaluation is over. */
  public void stop() {
    if (current != null) {
      current.nanoseconds += nanoTime.getAsLong() - since;
      current = null;
    }
  }

  /** The lines that were evaluated, the costliest first. */
  public List<Line> lines() {
    return lines.values().stream().map(Counts::toLine).sorted(BY_COST).toList();
  }

  private record Place(String file, int row) {}

  private static final class Counts {

    private final RegoLocation location;
    private final Set<TracePoint> parts = new HashSet<>();
    private long nanoseconds;
    private long evaluations;
    private long redos;

    Counts(RegoLocation location) {
      this.location = location;
    }

    Line toLine() {
      return new Line(location, nanoseconds, evaluations, redos, parts.size());
    }
  }
}
