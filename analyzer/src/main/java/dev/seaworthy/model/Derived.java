package dev.seaworthy.model;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out of something, once for all who ask. Safe for any number of threads; those that
 * are the first to ask may each work it out, and get the same. The work is nobody's in particular,
 * so it counts against no {@link ReadBudget}.
 *
 * @param <S> what it is worked out of
 */
public final class Derived<S> {

  /** Most things have nothing derived: no map for them. */
  private volatile @Nullable Map<Class<?>, Object> byType;

  /**
   * Returns what is known by a type.
   *
   * @param make works it out, if nobody has: a pure function, whose result is safe for any number
   *     of threads
   */
  public <T> T get(Class<T> type, S source, Function<S, T> make) {
    Map<Class<?>, Object> known = map();
    Object value = known.get(type);
    if (value == null) {
      T made = ReadBudget.unlimited(() -> make.apply(source));
      value = Objects.requireNonNullElse(known.putIfAbsent(type, made), made);
    }
    return type.cast(value);
  }

  private Map<Class<?>, Object> map() {
    Map<Class<?>, Object> map = byType;
    if (map == null) {
      synchronized (this) {
        map = byType;
        if (map == null) {
          map = new ConcurrentHashMap<>(2);
          byType = map;
        }
      }
    }
    return map;
  }
}
