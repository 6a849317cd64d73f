package dev.seaworthy.reach.cluster;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.VolumeMount;
import dev.seaworthy.rbac.Account;
import dev.seaworthy.rbac.AccountToken;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Foothold;
import dev.seaworthy.reach.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The steps from code in a container to the pod's service account. */
public final class TokenEdges {

  private static final String MOUNT_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";

  /** The kind of secrets. */
  public static final GroupKind SECRET = GroupKind.core("Secret");

  private static final String TOKEN_TYPE = "kubernetes.io/service-account-token";

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
              TokenEdges::projected),
          edge(
              "secret-token",
              "reads the token of an account from a secret",
              """
              A secret of the type 'kubernetes.io/service-account-token' holds a token of the account \
              that it names, which does not expire. It counts where it is among the manifests and a \
              volume of the container has it.""",
              TokenEdges::inSecrets),
          edge(
              "anonymous-request",
              "asks the API server without a token",
              """
              The API server takes requests of nobody in particular for those of the user \
              'system:anonymous' in the group 'system:unauthenticated'. Who binds a role to either \
              gives it to every pod, with a token or without.""",
              TokenEdges::anonymous));

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

  private static List<Cause> inSecrets(Situation situation) {
    List<Cause> causes = new ArrayList<>();
    for (VolumeMount mount : situation.container().volumeMounts()) {
      situation.workload().spec().get("volumes").items().stream()
          .filter(volume -> volume.get("name").text().equals(mount.volumeName()))
          .flatMap(TokenEdges::secretNames)
          .forEach(name -> causes.addAll(inSecret(situation, name)));
    }
    return causes;
  }

  private static Stream<Field> secretNames(Field volume) {
    Stream<Field> projected =
        volume.get("projected", "sources").items().stream()
            .map(source -> source.get("secret", "name"));
    return Stream.concat(Stream.of(volume.get("secret", "secretName")), projected)
        .filter(Field::isPresent);
  }

  private static List<Cause> inSecret(Situation situation, Field name) {
    KubernetesObject user = situation.workload().object();
    return situation.scanned().neighbours(SECRET, name.text(), user).stream()
        .filter(secret -> secret.root().get("type").text().equals(TOKEN_TYPE))
        .map(secret -> secret.annotation("kubernetes.io/service-account.name"))
        .filter(Field::isPresent)
        .map(
            account ->
                new Cause(
                    situation.container() + " mounts secret '" + name.text() + "' with a token",
                    List.of(name, account),
                    List.of(),
                    List.of(Change.remove(name, "remove the secret from the volume")),
                    Optional.of(Account.of(user, account.text())),
                    Optional.empty()))
        .toList();
  }

  private static List<Cause> anonymous(Situation situation) {
    boolean bound = !RbacGraph.of(situation.scanned()).bound(Account.ANONYMOUS).isEmpty();
    return bound
        ? List.of(
            new Cause(
                situation.container() + " may ask the API server as nobody in particular",
                List.of(situation.container().field()),
                List.of(),
                List.of(),
                Optional.of(Account.ANONYMOUS),
                Optional.empty()))
        : List.of();
  }
}
