package io.flighthubcamunda.survey;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.FileKind;
import io.flighthubcamunda.imageset.ImageSetException;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.SourceFile;
import io.flighthubcamunda.source.ImageSources;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Each direct sub-folder that holds photographs, at whatever depth, is an image set; its name is
 * the folder's. Hidden folders and symbolic links do not count.
 */
final class FolderOfFolders {

  private static final int MOST_NAMES = 5;

  private final Path folder;
  private final ImageSources sources;
  private final Set<ReconstructionType> types;
  private final List<String> empty = new ArrayList<>();
  private int loose;

  /**
   * @param folder real path
   * @param types of all image sets
   */
  FolderOfFolders(Path folder, ImageSources sources, Set<ReconstructionType> types) {
    this.folder = folder;
    this.sources = sources;
    this.types = types;
  }

  /**
   * @throws SurveyListException when it is no list of image sets
   */
  List<ListedImageSet> read() {
    var problems = new Problems();
    List<ListedImageSet> imageSets = new ArrayList<>();
    for (Path subFolder : subFolders()) {
      try {
        ImageSource source = sources.open(subFolder.toString());
        if (holdsPhotographs(source)) {
          imageSets.add(new ListedImageSet(source.name(), source.location(), types, Map.of()));
        } else {
          empty.add(source.name());
        }
      } catch (ImageSetException e) {
        problems.add("%s: %s".formatted(subFolder.getFileName(), e.getMessage()));
      }
      if (imageSets.size() > SurveyLimits.MOST_IMAGE_SETS) {
        throw Problems.only(
            SurveyLimits.tooManyImageSets(
                "\"%s\" holds more than %,d folders with photographs"
                    .formatted(folder, SurveyLimits.MOST_IMAGE_SETS)));
      }
    }
    problems.throwIfAny();
    if (imageSets.isEmpty()) {
      throw Problems.only(
          "\"%s\" holds no folder with photographs%s: name the folder that holds a folder for each image set."
              .formatted(folder, loose > 0 ? ", only photographs themselves" : ""));
    }
    SurveyLimits.check(imageSets, problems);
    problems.throwIfAny();
    return imageSets;
  }

  /** What was left out; complete after {@link #read}. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!empty.isEmpty()) {
      notes.add(
          "Left out because they hold no photographs: %,d folders (%s)."
              .formatted(empty.size(), some(empty)));
    }
    if (loose > 0) {
      notes.add(
          "Left out because they lie in no folder of their own: %,d photographs in \"%s\"."
              .formatted(loose, folder));
    }
    return notes;
  }

  private Set<Path> subFolders() {
    Set<Path> found = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        FileKind kind = FileKind.of(entry.getFileName().toString());
        if (kind == FileKind.HIDDEN) {
          continue;
        }
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          found.add(entry);
        } else if (kind == FileKind.IMAGE) {
          loose++;
        }
      }
      return found;
    } catch (IOException | DirectoryIteratorException e) {
      throw Problems.only(
          "The folder \"%s\" could not be listed (%s).".formatted(folder, e.getMessage()));
    }
  }

  private boolean holdsPhotographs(ImageSource source) {
    return source.scan(types).files().stream().anyMatch(SourceFile::image);
  }

  private static String some(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)))
        + (names.size() > MOST_NAMES ? " …" : "");
  }
}
