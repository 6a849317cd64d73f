package dev.seaworthy.cli;

/** Manifests for tests. */
final class Manifests {

  /** Nothing at or above {@code medium} is wrong with it. */
  static final String HARDENED =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        automountServiceAccountToken: false
        securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
        containers:
          - name: app
            image: example.com/app:1.0
            securityContext:
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities: {drop: [ALL]}
      """;

  /** One finding of severity {@code high}. */
  static final String PRIVILEGED =
      HARDENED.replace("allowPrivilegeEscalation: false", "privileged: true");

  private Manifests() {}
}
