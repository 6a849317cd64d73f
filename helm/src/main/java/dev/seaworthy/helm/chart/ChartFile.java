package dev.seaworthy.helm.chart;

import dev.seaworthy.source.DecodedText;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.TextDecoder;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file of a chart, in memory.
 *
 * @param path its path in its chart, with {@code /}, such as {@code templates/web.yaml}
 * @param label how results refer to it; of a file in an archive the label of the archive and the
 *     path in it: {@code charts/redis-1.0.tgz/redis/templates/web.yaml}
 * @param content its bytes, without the byte order mark of UTF-8, as Helm has them; the array is
 *     not copied and must not change
 */
public record ChartFile(String path, String label, byte[] content) {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** A file as it was read. */
  static ChartFile of(String path, String label, byte[] content) {
    int mark = BYTE_ORDER_MARK.length;
    boolean marked =
        content.length >= mark && Arrays.equals(content, 0, mark, BYTE_ORDER_MARK, 0, mark);
    return new ChartFile(
        path, label, marked ? Arrays.copyOfRange(content, mark, content.length) : content);
  }

  /** The name of the file itself. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The content as Helm reads it, which is UTF-8 alone; empty if it is anything else. */
  public Optional<SourceText> text() {
    boolean utf8 = content.length == 0 || (content[0] & 0xFE) != 0xFE;
    return utf8 && TextDecoder.decode(label, content) instanceof DecodedText.Text decoded
        ? Optional.of(decoded.text())
        : Optional.empty();
  }

  /** Returns the label. */
  @Override
  public String toString() {
    return label;
  }
}
