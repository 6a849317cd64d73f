package dev.seaworthy.rego.builtin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiled patterns, kept between evaluations: most policies have few, and use them often. */
final class PatternCache<K, P> {

  private static final int MAX_SIZE = 1000;

  /** Compiles a pattern. */
  @FunctionalInterface
  interface Compiler<K, P> {
    P compile(K key) throws BuiltinException;
  }

  private final Map<K, P> patterns = new ConcurrentHashMap<>();
  private final Compiler<K, P> compiler;

  PatternCache(Compiler<K, P> compiler) {
    this.compiler = compiler;
  }

  P get(K key) throws BuiltinException {
    P known = patterns.get(key);
    if (known != null) {
      return known;
    }
    P compiled = compiler.compile(key);
    if (patterns.size() >= MAX_SIZE) {
      patterns.clear();
    }
    patterns.put(key, compiled);
    return compiled;
  }
}
