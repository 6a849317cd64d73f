package dev.seaworthy.rego.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a tar archive from front to back: the formats ustar, pax and GNU, which are all that Go and
 * the tar programs write. See the description of the pax utility in POSIX.1-2017.
 *
 * <p>A library for archives brings a dozen formats, and more code than this program has.
 */
final class TarReader {

  private static final int BLOCK = 512;
  private static final int MAX_NAME_BYTES = 64 << 10;

  private final InputStream in;
  private long unread;
  private long padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * What the archive says of an entry.
   *
   * @param name as written: any text at all
   * @param type the character of the kind: {@code 0} for a file, {@code 5} for a folder
   * @param size the length of the content in bytes
   */
  record Header(String name, char type, long size) {

    boolean isFile() {
      return type == '0' || type == '\0' || type == '7';
    }

    boolean isFolder() {
      return type == '5' || isFile() && name.endsWith("/");
    }
  }

  /** The next entry, or empty at the end of the archive. */
  Optional<Header> next() throws IOException {
    String longName = null;
    long paxSize = -1;
    while (true) {
      in.skipNBytes(unread + padding);
      byte[] block = in.readNBytes(BLOCK);
      if (block.length == 0 || isEmpty(block)) {
        unread = 0;
        padding = 0;
        return Optional.empty();
      }
      Header header = header(block);
      switch (header.type()) {
        case 'L' -> longName = text(nameBytes(header));
        case 'x' -> {
          byte[] records = nameBytes(header);
          longName = paxValue(records, "path").orElse(longName);
          paxSize = paxValue(records, "size").map(TarReader::decimal).orElse(paxSize);
        }
        case 'g', 'K' -> expect(header.size());
        default -> {
          Header entry =
              new Header(
                  longName == null ? header.name() : longName,
                  header.type(),
                  paxSize < 0 ? header.size() : paxSize);
          expect(entry.size());
          return Optional.of(entry);
        }
      }
    }
  }

  /** The content of the entry that was returned last. */
  byte[] content() throws IOException {
    byte[] content = in.readNBytes((int) unread);
    if (content.length < unread) {
      throw new EOFException("it ends in the middle of a file");
    }
    unread = 0;
    return content;
  }

  private void expect(long size) {
    unread = size;
    padding = -size & (BLOCK - 1);
  }

  private byte[] nameBytes(Header header) throws IOException {
    if (header.size() > MAX_NAME_BYTES) {
      throw new IOException("a name in it is too long");
    }
    expect(header.size());
    return content();
  }

  private static Header header(byte[] block) throws IOException {
    if (block.length < BLOCK) {
      throw new EOFException("it ends in the middle of a header");
    }
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
    }
    if (number(block, 148, 8) != sum) {
      throw new IOException("it is no tar archive, or damaged");
    }
    String name = text(Arrays.copyOfRange(block, 0, 100));
    // GNU puts times where ustar has the rest of a long name
    boolean ustar = text(Arrays.copyOfRange(block, 257, 263)).equals("ustar");
    String prefix = ustar ? text(Arrays.copyOfRange(block, 345, 500)) : "";
    String path = prefix.isEmpty() ? name : prefix + "/" + name;
    return new Header(path, (char) (block[156] & 0xff), number(block, 124, 12));
  }

  /** A number in octal digits, or in binary if the first bit is set. */
  private static long number(byte[] block, int start, int length) throws IOException {
    long value = 0;
    if ((block[start] & 0x80) != 0) {
      value = block[start] & 0x7f;
      for (int i = start + 1; i < start + length; i++) {
        if (value >> 54 != 0) {
          throw new IOException("a size in it is too large");
        }
        value = value << 8 | block[i] & 0xff;
      }
      return value;
    }
    for (int i = start; i < start + length; i++) {
      if (block[i] >= '0' && block[i] <= '7') {
        value = value << 3 | block[i] - '0';
      } else if (block[i] != ' ' && block[i] != 0) {
        throw new IOException("it is no tar archive, or damaged");
      }
    }
    return value;
  }

  /** A value in the records of a pax header, each {@code length key=value}. */
  private static Optional<String> paxValue(byte[] records, String key) {
    Optional<String> value = Optional.empty();
    int at = 0;
    while (at < records.length) {
      String head =
          new String(records, at, Math.min(20, records.length - at), StandardCharsets.US_ASCII);
      int space = head.indexOf(' ');
      long length = space < 0 ? 0 : decimal(head.substring(0, space));
      if (length <= space + 1 || length > records.length - at) {
        return value;
      }
      int start = at + space + 1;
      int end = at + (int) length - 1;
      String record = new String(records, start, end - start, StandardCharsets.UTF_8);
      if (record.startsWith(key + "=")) {
        value = Optional.of(record.substring(key.length() + 1));
      }
      at += (int) length;
    }
    return value;
  }

  private static long decimal(String digits) {
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }

  private static String text(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private static boolean isEmpty(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
