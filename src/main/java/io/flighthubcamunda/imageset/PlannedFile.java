package io.flighthubcamunda.imageset;

/**
 * A file and the name it gets in storage.
 *
 * @param source the file
 * @param objectName unique within the image set; stands for {@code {fileName}} in the storage path
 *     (fact sheet 2.2)
 */
public record PlannedFile(SourceFile source, String objectName) {}
