package dev.seaworthy.rego.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists made of lists: streams would take longer to set up than most lists take to go through. */
final class Lists {

  private Lists() {}

  static <T, R> List<R> map(List<T> list, Function<? super T, ? extends R> function) {
    List<R> mapped = new ArrayList<>(list.size());
    for (T item : list) {
      mapped.add(function.apply(item));
    }
    return mapped;
  }
}
