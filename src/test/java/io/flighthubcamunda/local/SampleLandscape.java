package io.flighthubcamunda.local;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * An invented piece of country seen from above: fields, a river, a road with houses, trees. Drawn
 * by rule from a fixed seed, so that it is the same every time and belongs to nobody else.
 */
final class SampleLandscape {

  private static final int SEED = 20_261;
  private static final int FIELD = 620;

  private static final Color[] CROPS = {
    new Color(0x7d9a4c),
    new Color(0xb9a35c),
    new Color(0x5f8541),
    new Color(0x93774d),
    new Color(0x8fae5b),
    new Color(0xc7b673),
    new Color(0x4f7539)
  };
  private static final Color[] ROOFS = {
    new Color(0x9c4a36), new Color(0x84504a), new Color(0x6d6a68), new Color(0xa8603f)
  };

  private final Random random = new Random(SEED);
  private final int width;
  private final int height;
  private final BufferedImage image;
  private final Graphics2D pen;
  private final Path2D river;
  private final Path2D road;
  private final Path2D lane;

  private SampleLandscape(int width, int height) {
    this.width = width;
    this.height = height;
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    this.river = bend(0.78, 0.52, 0.88, 0.66);
    this.road = bend(0.12, 0.38, 0.22, 0.36);
    this.lane = lane();
  }

  /** Draws the landscape with this many pixels. */
  static BufferedImage draw(int width, int height) {
    SampleLandscape landscape = new SampleLandscape(width, height);
    landscape.drawFields();
    landscape.drawRiver();
    landscape.drawRoad();
    landscape.drawHouses();
    landscape.drawTrees();
    landscape.pen.dispose();
    Light.addGrain(landscape.image, SEED);
    return landscape.image;
  }

  /** A line from the upper to the lower edge that swings between shares of the width. */
  private Path2D bend(double start, double first, double second, double end) {
    Path2D line = new Path2D.Double();
    line.moveTo(start * width, -80);
    line.curveTo(
        first * width, height * 0.35, second * width, height * 0.6, end * width, height + 80.0);
    return line;
  }

  /** A line from the left to the right edge; it crosses road and river. */
  private Path2D lane() {
    Path2D line = new Path2D.Double();
    line.moveTo(-50, height * 0.63);
    line.curveTo(
        width * 0.3, height * 0.52, width * 0.6, height * 0.66, width + 50.0, height * 0.47);
    return line;
  }

  private void drawFields() {
    for (int y = -FIELD; y < height + FIELD; y += FIELD) {
      for (int x = -FIELD; x < width + FIELD; x += FIELD) {
        int left = x + (y / FIELD & 1) * FIELD / 2;
        Shape field =
            new Rectangle2D.Double(
                left, y, FIELD - 10.0, FIELD * (0.85 + 0.13 * random.nextDouble()));
        Color crop = CROPS[random.nextInt(CROPS.length)];
        pen.setColor(new Color(0x6f8150));
        pen.fill(new Rectangle2D.Double(left - 10.0, y - 10.0, FIELD + 10.0, FIELD + 10.0));
        pen.setColor(crop);
        pen.fill(field);
        drawFurrows(field, crop);
      }
    }
  }

  private void drawFurrows(Shape field, Color crop) {
    Shape before = pen.getClip();
    pen.clip(field);
    pen.setStroke(new BasicStroke(3));
    pen.setColor(random.nextBoolean() ? crop.darker() : Light.on(crop, 0.88));
    double slope = random.nextDouble() * 2 - 1;
    int gap = 11 + random.nextInt(14);
    Rectangle2D bounds = field.getBounds2D();
    for (double at = -FIELD; at < 2 * FIELD; at += gap) {
      double x = bounds.getX() + at;
      pen.draw(new Line2D.Double(x, bounds.getMinY(), x + slope * FIELD, bounds.getMaxY()));
    }
    pen.setClip(before);
  }

  private void drawRiver() {
    stroke(river, 250, new Color(0x5d7444));
    stroke(river, 205, new Color(0xa39a76));
    stroke(river, 185, new Color(0x4a6f7d));
    stroke(river, 110, new Color(0x3d616f));
  }

  private void drawRoad() {
    for (Path2D way : new Path2D[] {lane, road}) {
      stroke(way, 96, new Color(0x7f8a5c));
      stroke(way, 74, new Color(0xb5b0a4));
      stroke(way, 66, new Color(0x77777a));
    }
    for (Path2D way : new Path2D[] {lane, road}) {
      pen.setStroke(
          new BasicStroke(
              4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {46, 34}, 0));
      pen.setColor(new Color(0xdedccf));
      pen.draw(way);
    }
  }

  private void drawHouses() {
    for (double y = 90; y < height; y += 265) {
      for (int side = -1; side <= 1; side += 2) {
        double top = y + random.nextInt(70);
        double x = roadAt(top) + side * (190 + random.nextInt(70));
        double turn = random.nextDouble() * 0.5 - 0.25;
        if (!isOnLane(x, top, 210)) {
          drawHouse(x, top, turn);
        }
      }
    }
  }

  private void drawHouse(double x, double y, double turn) {
    double length = 120 + random.nextInt(60);
    double depth = 84 + random.nextInt(26);
    Color roof = ROOFS[random.nextInt(ROOFS.length)];
    AffineTransform before = pen.getTransform();
    pen.translate(x, y);
    pen.rotate(turn);
    pen.setColor(new Color(0x6f9148));
    pen.fill(new Rectangle2D.Double(-length * 0.85, -depth * 0.95, length * 1.7, depth * 1.9));
    pen.setColor(new Color(20, 24, 16, 130));
    pen.fill(new Rectangle2D.Double(-length / 2 + 20, -depth / 2 + 22, length, depth));
    pen.setColor(Light.on(roof, 1.12));
    pen.fill(new Rectangle2D.Double(-length / 2, -depth / 2, length, depth / 2));
    pen.setColor(Light.on(roof, 0.82));
    pen.fill(new Rectangle2D.Double(-length / 2, 0, length, depth / 2));
    pen.setColor(Light.on(roof, 0.6));
    pen.setStroke(new BasicStroke(3));
    pen.draw(new Rectangle2D.Double(-length / 2, -depth / 2, length, depth));
    pen.setColor(new Color(0x5a4a42));
    pen.fill(new Rectangle2D.Double(length * 0.2, -depth * 0.25, 14, 14));
    pen.setTransform(before);
  }

  private void drawTrees() {
    int count = width * height / 26_000;
    for (int i = 0; i < count; i++) {
      double y = random.nextDouble() * height;
      double beside =
          (random.nextBoolean() ? 1 : -1) * (125 + Math.abs(random.nextGaussian()) * 60);
      boolean atRiver = random.nextInt(10) < 6;
      double x = atRiver ? riverAt(y) + beside : random.nextDouble() * width;
      boolean onRoad = Math.abs(x - roadAt(y)) < 260;
      boolean inWater = Math.abs(x - riverAt(y)) < 115;
      if (!onRoad && !inWater && !isOnLane(x, y, 90)) {
        drawTree(x, y, 16 + random.nextInt(26));
      }
    }
  }

  private void drawTree(double x, double y, double radius) {
    pen.setColor(new Color(16, 24, 12, 110));
    pen.fill(circle(x + radius * 0.5, y + radius * 0.55, radius));
    for (int leaf = 0; leaf < 26; leaf++) {
      double angle = random.nextDouble() * 2 * Math.PI;
      double out = radius * Math.sqrt(random.nextDouble()) * 0.8;
      // Lighter towards the sun, which stands to the upper left.
      double light = 0.85 - 0.3 * (Math.cos(angle) + Math.sin(angle)) * out / radius;
      pen.setColor(Light.on(new Color(0x4c6e33), light));
      pen.fill(circle(x + out * Math.cos(angle), y + out * Math.sin(angle), radius * 0.34));
    }
  }

  private boolean isOnLane(double x, double y, int distance) {
    return new BasicStroke(2f * distance).createStrokedShape(lane).contains(x, y);
  }

  private double riverAt(double y) {
    return along(0.78, 0.52, 0.88, 0.66, y);
  }

  private double roadAt(double y) {
    return along(0.12, 0.38, 0.22, 0.36, y);
  }

  /** Where a bend is at this height; close enough to keep houses and trees beside it. */
  private double along(double start, double first, double second, double end, double y) {
    double t = y / height;
    double s = 1 - t;
    return width
        * (s * s * s * start + 3 * s * s * t * first + 3 * s * t * t * second + t * t * t * end);
  }

  private void stroke(Shape line, float breadth, Color color) {
    pen.setStroke(new BasicStroke(breadth, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    pen.setColor(color);
    pen.draw(line);
  }

  private static Shape circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
