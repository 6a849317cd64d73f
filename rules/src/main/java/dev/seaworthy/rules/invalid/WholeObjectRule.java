package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.Violations;
import java.util.Set;

/**
 * A rule about objects of built-in kinds that reach the API server as they are written, which
 * patches do not.
 */
interface WholeObjectRule extends ObjectRule {

  /**
   * A kind in a version of its API: others have other fields.
   *
   * @param apiVersion such as {@code networking.k8s.io/v1}
   * @param kind such as {@code Ingress}
   */
  record ApiKind(String apiVersion, String kind) {

    static ApiKind of(KubernetesObject object) {
      return new ApiKind(object.reference().apiVersion(), object.kind());
    }
  }

  /** The kinds that it looks at. */
  Set<ApiKind> kinds();

  /** Judges an object of one of these kinds. */
  void judge(KubernetesObject object, Violations violations);

  @Override
  default void check(KubernetesObject object, Violations violations) {
    if (!object.isPatch() && kinds().contains(ApiKind.of(object))) {
      judge(object, violations);
    }
  }
}
