package io.flighthubcamunda.simulator;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A small picture made of the uploaded photographs. One photograph at a time is decoded, at a
 * fraction of its size and only if it has no embedded thumbnail, so neither memory nor time grow
 * with the number of photographs. Works without a display.
 */
final class ContactSheet {

  /** The most photographs that are shown. */
  static final int TILES = 48;

  private static final int COLUMNS = 8;
  private static final int TILE_WIDTH = 120;
  private static final int TILE_HEIGHT = 90;

  /** Stands for a photograph that cannot be decoded. */
  private static final int GREY = 0x808080;

  private final ObjectStore store;

  ContactSheet(ObjectStore store) {
    this.store = store;
  }

  byte[] of(List<ResourceFile> images) throws IOException {
    List<ResourceFile> shown = evenlyChosen(images);
    int columns = Math.clamp(shown.size(), 1, COLUMNS);
    int rows = Math.max(1, (shown.size() + columns - 1) / columns);
    BufferedImage sheet =
        new BufferedImage(columns * TILE_WIDTH, rows * TILE_HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < shown.size(); i++) {
      int[] tile = tile(shown.get(i));
      int x = i % columns * TILE_WIDTH;
      int y = i / columns * TILE_HEIGHT;
      sheet.setRGB(x, y, TILE_WIDTH, TILE_HEIGHT, tile, 0, TILE_WIDTH);
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(sheet, "jpg", jpeg);
    return jpeg.toByteArray();
  }

  static List<ResourceFile> evenlyChosen(List<ResourceFile> images) {
    int count = Math.min(TILES, images.size());
    return IntStream.range(0, count)
        .mapToObj(i -> images.get((int) ((long) i * images.size() / count)))
        .toList();
  }

  private int[] tile(ResourceFile image) {
    try (InputStream bytes = new BufferedInputStream(store.read(image.key()));
        ImageInputStream input = new MemoryCacheImageInputStream(bytes)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      return readers.hasNext() ? tile(image, readers.next(), input) : grey();
    } catch (IOException | RuntimeException e) {
      // A photograph that cannot be decoded is no reason to have no result.
      return grey();
    }
  }

  private int[] tile(ResourceFile image, ImageReader reader, ImageInputStream input)
      throws IOException {
    try {
      reader.setInput(input, true, true);
      double shape = (double) reader.getWidth(0) / reader.getHeight(0);
      Optional<BufferedImage> thumbnail = thumbnail(image);
      return shrunk(thumbnail.isPresent() ? thumbnail.get() : decoded(reader), shape);
    } finally {
      reader.dispose();
    }
  }

  private Optional<BufferedImage> thumbnail(ResourceFile image) throws IOException {
    try (InputStream bytes = new BufferedInputStream(store.read(image.key()))) {
      return EmbeddedThumbnail.in(bytes).filter(found -> found.getWidth() >= TILE_WIDTH);
    }
  }

  private static BufferedImage decoded(ImageReader reader) throws IOException {
    ImageReadParam parameters = reader.getDefaultReadParam();
    int step =
        Math.max(1, Math.min(reader.getWidth(0) / TILE_WIDTH, reader.getHeight(0) / TILE_HEIGHT));
    parameters.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, parameters);
  }

  /**
   * Fills the tile from the middle of the picture.
   *
   * @param shape width by height of the photograph; an embedded thumbnail has black bars where its
   *     own shape is another one
   */
  private static int[] shrunk(BufferedImage picture, double shape) {
    double width = Math.min(picture.getWidth(), picture.getHeight() * shape);
    double height = Math.min(picture.getHeight(), picture.getWidth() / shape);
    double scale = Math.min(width / TILE_WIDTH, height / TILE_HEIGHT);
    double left = (picture.getWidth() - TILE_WIDTH * scale) / 2;
    double top = (picture.getHeight() - TILE_HEIGHT * scale) / 2;
    int[] tile = new int[TILE_WIDTH * TILE_HEIGHT];
    for (int i = 0; i < tile.length; i++) {
      int x = (int) (left + (i % TILE_WIDTH + 0.5) * scale);
      int y = (int) (top + (i / TILE_WIDTH + 0.5) * scale);
      tile[i] = picture.getRGB(x, y);
    }
    return tile;
  }

  private static int[] grey() {
    int[] tile = new int[TILE_WIDTH * TILE_HEIGHT];
    Arrays.fill(tile, GREY);
    return tile;
  }
}
