package dev.seaworthy.helm.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** The native library as it lies in its archive. The archive is what is trusted. */
final class PackedLibrary implements AutoCloseable {

  private final JarFile jar;
  private final JarEntry entry;

  private PackedLibrary(JarFile jar, JarEntry entry) {
    this.jar = jar;
    this.entry = entry;
  }

  static PackedLibrary open(URL resource) throws IOException {
    URLConnection connection = resource.openConnection();
    if (!(connection instanceof JarURLConnection)) {
      throw new IOException("'" + resource + "' is not in a jar");
    }
    connection.setUseCaches(false);
    JarURLConnection inJar = (JarURLConnection) connection;
    return new PackedLibrary(inJar.getJarFile(), inJar.getJarEntry());
  }

  /** Tells this library from others: helm-java's version, size and checksum. */
  String key() throws IOException {
    return version() + "-" + Long.toHexString(entry.getCrc()) + "-" + entry.getSize();
  }

  private String version() throws IOException {
    String artifact = entry.getName().replaceAll("^helm-|-[0-9.]+(?=-)|\\.[a-z]+$", "");
    String name = "META-INF/maven/com.marcnuri.helm-java/" + artifact + "/pom.properties";
    JarEntry description = jar.getJarEntry(name);
    if (description == null) {
      return "unknown";
    }
    Properties properties = new Properties();
    try (InputStream in = jar.getInputStream(description)) {
      properties.load(in);
    }
    return properties.getProperty("version", "unknown").replaceAll("[^A-Za-z0-9.]", "_");
  }

  /** Writes the library to a file, down to the disk. */
  void unpack(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    try (InputStream in = new CheckedInputStream(jar.getInputStream(entry), checksum);
        FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        OutputStream out = Channels.newOutputStream(channel)) {
      byte[] buffer = new byte[1 << 17];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
      channel.force(true);
    }
    if (checksum.getValue() != entry.getCrc()) {
      throw new IOException("'" + jar.getName() + "' is damaged");
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
