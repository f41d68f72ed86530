package io.flighthubcamunda.imageset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each file of a set a name of its own. DJI cameras restart their numbering in each folder,
 * and objects of one name would overwrite each other (fact sheet 2.3).
 *
 * <p>A file keeps its name where no other has it; where several do, each gets its folders in front:
 * {@code 100MEDIA_DJI_0001.JPG}. Upper and lower case count as different, because object keys and
 * the callback compare them exactly and nothing is written back to a file system under these names.
 */
final class ObjectNames {

  private final Set<String> taken = new HashSet<>();

  private ObjectNames() {}

  /** Names for these files, in their order. The same files always get the same names. */
  static List<PlannedFile> assign(List<SourceFile> files) {
    Map<String, Integer> uses = new HashMap<>();
    for (SourceFile file : files) {
      uses.merge(plainName(file), 1, Integer::sum);
    }
    ObjectNames names = new ObjectNames();
    // Names that nobody else wants go first, so that no prefixed name can take one of them.
    uses.forEach((name, count) -> names.takeIfSingle(name, count));
    List<PlannedFile> planned = new ArrayList<>(files.size());
    for (SourceFile file : files) {
      String plain = plainName(file);
      planned.add(new PlannedFile(file, uses.get(plain) == 1 ? plain : names.prefixed(file)));
    }
    return planned;
  }

  private static String plainName(SourceFile file) {
    return ObjectName.of(file.fileName(), file.relativePath());
  }

  private void takeIfSingle(String name, int count) {
    if (count == 1) {
      taken.add(name);
    }
  }

  private String prefixed(SourceFile file) {
    String name = ObjectName.of(file.relativePath(), file.relativePath());
    String free = name;
    for (int attempt = 0; !taken.add(free); attempt++) {
      free = ObjectName.marked(name, file.relativePath() + "\n".repeat(attempt));
    }
    return free;
  }
}
