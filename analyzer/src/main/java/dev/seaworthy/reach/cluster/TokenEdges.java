package dev.seaworthy.reach.cluster;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.VolumeMount;
import dev.seaworthy.rbac.Account;
import dev.seaworthy.rbac.AccountToken;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Foothold;
import dev.seaworthy.reach.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The steps from code in a container to the pod's service account. */
public final class TokenEdges {

  private static final String MOUNT_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";

  private static final String REFERENCE =
      "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/";

  /** All of them. */
  public static final List<DefinedEdge<Situation>> ALL =
      List.of(
          edge(
              "mounted-token",
              "reads the token of the service account",
              """
              The token is mounted into every container unless the pod, or else the account, says \
              'automountServiceAccountToken: false', or the container has a mount of its own in that \
              place.""",
              TokenEdges::mounted),
          edge(
              "projected-token",
              "reads a token of the service account from a volume",
              """
              A projected volume may hold a token of the account, which the API server takes if it is \
              made for no other audience.""",
              TokenEdges::projected));

  private TokenEdges() {}

  private static DefinedEdge<Situation> edge(
      String id, String title, String explanation, Function<Situation, List<Cause>> causes) {
    return new DefinedEdge<>(
        id, title, Foothold.CODE, Foothold.ACCOUNT, explanation, REFERENCE, List.of(), causes);
  }

  private static List<Cause> mounted(Situation situation) {
    AccountToken token = AccountToken.of(situation.workload(), situation.scanned());
    if (!token.isMounted() || hasOwnMount(situation.container())) {
      return List.of();
    }
    Field field = token.pod().field();
    return List.of(
        cause(
            situation,
            "has the token of service account '" + token.name() + "'",
            List.of(field),
            Change.set(field, "false")));
  }

  private static boolean hasOwnMount(Container container) {
    return container.volumeMounts().stream()
        .anyMatch(mount -> mount.field().get("mountPath").text().equals(MOUNT_PATH));
  }

  private static List<Cause> projected(Situation situation) {
    List<Cause> causes = new ArrayList<>();
    for (VolumeMount mount : situation.container().volumeMounts()) {
      situation.workload().spec().get("volumes").items().stream()
          .filter(volume -> volume.get("name").text().equals(mount.volumeName()))
          .flatMap(volume -> volume.get("projected", "sources").items().stream())
          .filter(source -> isForApiServer(source.get("serviceAccountToken")))
          .map(source -> projected(situation, source))
          .forEach(causes::add);
    }
    return causes;
  }

  /** Another audience is that of somebody else, as far as one can tell. */
  private static boolean isForApiServer(Field token) {
    String audience = token.get("audience").text();
    return token.isPresent() && (audience.isEmpty() || audience.contains("kubernetes.default"));
  }

  private static Cause projected(Situation situation, Field source) {
    return cause(
        situation,
        "mounts a token of the service account",
        List.of(source),
        Change.remove(source, "remove the token"));
  }

  private static Cause cause(Situation situation, String what, List<Field> fields, Change cut) {
    return new Cause(
        situation.container() + " " + what,
        fields,
        List.of(),
        List.of(cut),
        Optional.of(Account.of(situation.workload())),
        Optional.empty());
  }
}
