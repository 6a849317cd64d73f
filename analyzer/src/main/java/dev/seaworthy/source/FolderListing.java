package dev.seaworthy.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists a folder. A seam: a test cannot make a folder unreadable for every user. */
@FunctionalInterface
interface FolderListing {

  FolderListing OF_FILE_SYSTEM = FolderListing::listFolder;

  /** The entries of a folder, in any order, each as the folder's path with the entry's name. */
  List<Path> list(Path folder) throws IOException;

  private static List<Path> listFolder(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return entries;
  }
}
