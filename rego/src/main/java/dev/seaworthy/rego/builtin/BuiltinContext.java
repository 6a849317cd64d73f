package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoValue;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What built-ins have besides their arguments: one for each evaluation, used by one thread. */
public interface BuiltinContext {

  /**
   * Counts work that grows with the arguments, so that no call runs away.
   *
   * @throws RuntimeException of the evaluator if the budget is used up or the evaluation cancelled
   */
  void spend(long steps);

  /**
   * Nanoseconds since 1970 where the embedder supplies a clock, the same for a whole evaluation.
   */
  Optional<Long> now();

  /** The source of randomness where the embedder supplies one. */
  Optional<RandomGenerator> random();

  /** What {@code opa.runtime()} gives: empty unless the embedder supplies something. */
  RegoValue runtime();

  /** Tells whoever follows the evaluation what the policy says of itself. */
  default void note(String text) {}

  /** Room for what built-ins keep during an evaluation, such as compiled patterns. */
  Map<Object, Object> cache();
}
