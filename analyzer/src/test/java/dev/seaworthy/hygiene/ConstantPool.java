package dev.seaworthy.hygiene;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a class file says that it uses (Java Virtual Machine Specification, section 4.4). */
final class ConstantPool {

  private final Object[] constants;

  private record Member(int owner, int nameAndType) {}

  private record NameAndType(int name, int type) {}

  private ConstantPool(DataInputStream in) throws IOException {
    in.skipNBytes(8);
    constants = new Object[in.readUnsignedShort()];
    for (int i = 1; i < constants.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> constants[i] = in.readUTF();
        case 3, 4, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> constants[i] = in.readUnsignedShort();
        case 9, 10, 11 -> constants[i] = new Member(in.readUnsignedShort(), in.readUnsignedShort());
        case 12 -> constants[i] = new NameAndType(in.readUnsignedShort(), in.readUnsignedShort());
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("unknown constant " + tag);
      }
    }
  }

  /** The fields and methods that a class uses, as {@code java/lang/System.exit:(I)V}. */
  static List<String> references(Path classFile) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(classFile))) {
      return new ConstantPool(in).references();
    }
  }

  private List<String> references() {
    List<String> references = new ArrayList<>();
    for (Object constant : constants) {
      if (constant instanceof Member member) {
        String owner = text((Integer) constants[member.owner()]);
        NameAndType nameAndType = (NameAndType) constants[member.nameAndType()];
        references.add(owner + "." + text(nameAndType.name()) + ":" + text(nameAndType.type()));
      }
    }
    return references;
  }

  private String text(int index) {
    return (String) constants[index];
  }
}
