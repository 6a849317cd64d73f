package dev.seaworthy.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns names of sources into URI references that are never empty and never seem to be a URL. */
final class SarifUri {

  private static final Pattern DRIVE = Pattern.compile("/?[A-Za-z]:/.*");

  /** RFC 3986, {@code pchar} and the slash, without the colon that would make a scheme. */
  private static final String KEPT = "-._~!$&'()*+,;=@/";

  private SarifUri() {}

  /** Whether the name is a path from a root, which only a {@code file} URI can say. */
  static boolean isAbsolute(String file) {
    return file.startsWith("/") || DRIVE.matcher(file).matches();
  }

  static String of(String file) {
    if (DRIVE.matcher(file).matches()) {
      int colon = file.indexOf(':');
      String drive = file.substring(colon - 1, colon);
      return "file:///" + drive + ":" + encode(file.substring(colon + 1));
    }
    if (file.startsWith("/")) {
      return "file://" + encode(file);
    }
    String path = file;
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    return path.isEmpty() ? "." : encode(path);
  }

  private static String encode(String path) {
    StringBuilder uri = new StringBuilder(path.length());
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean alphanumeric = c < 0x80 && Character.isLetterOrDigit(c);
      if (alphanumeric || KEPT.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
