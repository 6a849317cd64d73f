package dev.seaworthy.helm.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Kubernetes API without any objects, on a port of this machine's loopback interface.
 *
 * <p>In {@code helm template}, {@code lookup} finds nothing. But the native library renders with
 * Helm's dry-run option "none", and then {@code lookup} asks the cluster of the kubeconfig, and
 * fails where there is none. Here it asks for the resources of an API group, gets an empty list
 * (Helm goes on with a resource without a name), asks for the object, is told that there is none,
 * and gives an empty map, as it should.
 */
final class NoCluster {

  private static final String RESOURCES =
      "{\"kind\":\"APIResourceList\",\"apiVersion\":\"v1\",\"groupVersion\":\"v1\",\"resources\":[]}";
  private static final String NOT_FOUND =
      "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\","
          + "\"reason\":\"NotFound\",\"code\":404}";

  private final ServerSocket server;

  private NoCluster(ServerSocket server) {
    this.server = server;
  }

  /** Answers from now on, and writes the kubeconfig that leads here. */
  static void start(Path kubeconfig) throws IOException {
    ServerSocket server =
        new ServerSocket(0, 0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    startThread(new NoCluster(server)::accept);
    Files.writeString(kubeconfig, kubeconfig(server.getLocalPort()));
  }

  private static String kubeconfig(int port) {
    return String.join(
        "\n",
        "apiVersion: v1",
        "kind: Config",
        "current-context: none",
        "contexts: [{name: none, context: {cluster: none, user: none}}]",
        "clusters: [{name: none, cluster: {server: 'http://127.0.0.1:" + port + "'}}]",
        "users: [{name: none, user: {}}]");
  }

  private static void startThread(Runnable work) {
    Thread thread = new Thread(work, "no-cluster");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        startThread(() -> serve(socket));
      }
    } catch (IOException e) {
      // without it 'lookup' fails, and Helm says so
    }
  }

  private static void serve(Socket connection) {
    try (Socket socket = connection;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream()) {
      for (String request = in.readLine(); request != null; request = in.readLine()) {
        for (String header = in.readLine(); header != null && !header.isEmpty(); ) {
          header = in.readLine();
        }
        out.write(answer(request).getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException e) {
      // the engine closed the connection
    }
  }

  /** Requests for an API group's resources have a timeout, those for objects have none. */
  private static String answer(String request) {
    boolean isDiscovery = request.contains("?timeout=");
    String body = isDiscovery ? RESOURCES : NOT_FOUND;
    return String.join(
        "\r\n",
        isDiscovery ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found",
        "Content-Type: application/json",
        "Content-Length: " + body.length(),
        "",
        body);
  }
}
