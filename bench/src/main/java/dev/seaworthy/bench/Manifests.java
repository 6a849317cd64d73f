package dev.seaworthy.bench;

/** Manifests of the shape that GitOps repositories are full of, each a little different. */
final class Manifests {

  private Manifests() {}

  /** About 60 lines: a Deployment with two containers, and its Service. */
  static String deployment(int number) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web-%1$d
          namespace: team-%2$d
          labels: {app.kubernetes.io/name: web, app.kubernetes.io/instance: web-%1$d}
        spec:
          replicas: 3
          selector:
            matchLabels: {app.kubernetes.io/instance: web-%1$d}
          template:
            metadata:
              labels: {app.kubernetes.io/instance: web-%1$d}
              annotations:
                prometheus.io/scrape: "true"
            spec:
              serviceAccountName: web
              securityContext:
                runAsNonRoot: true
                seccompProfile:
                  type: RuntimeDefault
              containers:
                - name: app
                  image: registry.example.org/team/web:1.2.%1$d
                  args: ["--listen=:8080", "--log-level=info"]
                  ports:
                    - name: http
                      containerPort: 8080
                  env:
                    - name: DATABASE_URL
                      valueFrom:
                        secretKeyRef: {name: web-database, key: url}
                    - name: CACHE_SIZE
                      value: "%1$d"
                  resources:
                    requests: {cpu: 100m, memory: 128Mi}
                    limits: {memory: 256Mi}
                  securityContext:
                    allowPrivilegeEscalation: false
                    readOnlyRootFilesystem: true
                    capabilities:
                      drop: [ALL]
                  volumeMounts:
                    - name: tmp
                      mountPath: /tmp
                - name: log-shipper
                  image: registry.example.org/infra/shipper:7
                  volumeMounts:
                    - name: logs
                      mountPath: /var/log/pods
                      readOnly: true
              volumes:
                - name: tmp
                  emptyDir: {}
                - name: logs
                  hostPath:
                    path: /var/log/pods
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web-%1$d
          namespace: team-%2$d
        spec:
          selector: {app.kubernetes.io/instance: web-%1$d}
          ports:
            - {name: http, port: 80, targetPort: http}
        """
        .formatted(number, number % 40);
  }

  /** A stream of so many Deployments with their Services. */
  static String stream(int deployments) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < deployments; i++) {
      text.append("---\n").append(deployment(i));
    }
    return text.toString();
  }
}
