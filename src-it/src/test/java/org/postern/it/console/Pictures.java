package org.postern.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.it.harness.Chromium;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * How pages look, at three widths and in both schemes, beside how they looked when somebody last looked at them. A page's six pictures are
 * one small sheet, of which a dot is the mean of a square of the page; what differs from run to run anyway, such as times, is hidden and
 * stands still (the page would write times anew each second), and folders and addresses, which are longer on one machine than on another,
 * are as wide as one text. The pictures at full size and the sheets of a run are in {@code target/pictures}, and pages with all that is on
 * them in {@code pages}, for {@code docs/pictures}. Who has changed a page looks at these, and copies its sheet to
 * {@code src/test/pictures}.
 */
final class Pictures {
    static final List<Integer> WIDTHS = List.of(1440, 768, 360);
    private static final int HEIGHT = 1000;
    /** Pixels that are one dot of a sheet, in each direction. */
    private static final int SQUARE = 8;
    /** By how many of 256 shades a dot may differ. */
    private static final int SHADES = 32;
    /** How many dots of a thousand may differ by more. */
    private static final int TOLERANCE = 25;
    private static final Path KEPT = Path.of("src/test/pictures");
    private static final Path MADE = Path.of("target/pictures");
    private static final String CALM = """
            document.activeElement.blur();
            scrollTo(0, 0);
            document.querySelectorAll("time, .when, .id, code, main svg, .ages").forEach(one => one.style.visibility = "hidden");
            document.querySelectorAll("code, .settings bdi").forEach(one => one.textContent = "as it is here");
            document.querySelectorAll("time.when").forEach(one => one.removeAttribute("datetime"));
            document.querySelectorAll("time.when small").forEach(one => one.textContent = "UTC, 3 minutes ago");
            document.querySelectorAll("[data-refresh]").forEach(one => one.removeAttribute("data-refresh"));
            """;

    private static final Path FONTS = KEPT.resolve("fonts.txt");
    private static final String MEASURE = """
            const line = document.createElement("canvas").getContext("2d");
            const wide = font => { line.font = font; return line.measureText("Queues, messages and 1,234 replies").width.toFixed(1); };
            return wide("100px system-ui") + " " + wide("100px monospace");
            """;

    private final Chromium browser;
    private final boolean hasFonts;

    /** @param browser that shows any page already */
    Pictures(Chromium browser) {
        this.browser = browser;
        this.hasFonts = hasFonts(browser);
    }

    /** {@return whether this browser writes with the fonts of the pictures that are kept; with others nothing can be compared} */
    private static boolean hasFonts(Chromium browser) {
        String ours = browser.ask(MEASURE).strip();
        try {
            Files.createDirectories(MADE);
            Files.writeString(MADE.resolve(FONTS.getFileName()), ours + "\n");
            return !Files.exists(FONTS) || Files.readString(FONTS).strip().equals(ours);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return where the page that the browser shows looks unlike what is kept, by more than another font would} */
    List<String> differences(String page) {
        String name = page.replaceAll("[^a-z-]+", "_");
        BufferedImage sheet = sheet(name);
        if (!hasFonts) {
            return List.of();
        }
        Path kept = KEPT.resolve(name + ".png");
        if (!Files.exists(kept)) {
            return List.of(page + ": no picture is kept, see " + MADE.resolve("sheets"));
        }
        BufferedImage before = read(kept);
        assertThat(List.of(before.getWidth(), before.getHeight())).as(kept + " is a sheet")
                .containsExactly(sheet.getWidth(), sheet.getHeight());
        List<String> found = new ArrayList<>();
        int left = 0;
        for (int width : WIDTHS) {
            for (int scheme = 0; scheme < 2; scheme++) {
                int share = differing(before, sheet, left, width / SQUARE, scheme * HEIGHT / SQUARE);
                if (share > TOLERANCE) {
                    found.add("%s at %d, %s: %d of 1000 dots are not as in %s".formatted(page, width,
                            scheme == 0 ? "light" : "dark", share, kept));
                }
            }
            left += width / SQUARE;
        }
        return found;
    }

    private BufferedImage sheet(String name) {
        int all = WIDTHS.stream().mapToInt(width -> width / SQUARE).sum();
        BufferedImage sheet = new BufferedImage(all, 2 * HEIGHT / SQUARE, BufferedImage.TYPE_INT_RGB);
        try {
            Files.createDirectories(MADE.resolve("sheets"));
            Files.createDirectories(MADE.resolve("pages"));
            browser.show(WIDTHS.getFirst(), HEIGHT, false);
            Files.write(MADE.resolve("pages").resolve(name + ".png"), browser.picture());
            int left = 0;
            for (int width : WIDTHS) {
                for (int scheme = 0; scheme < 2; scheme++) {
                    browser.show(width, HEIGHT, scheme == 1);
                    browser.ask(CALM);
                    byte[] png = browser.picture();
                    Files.write(MADE.resolve(name + "-" + width + (scheme == 1 ? "-dark" : "") + ".png"), png);
                    draw(ImageIO.read(new ByteArrayInputStream(png)), sheet, left, scheme * HEIGHT / SQUARE);
                }
                left += width / SQUARE;
            }
            ImageIO.write(sheet, "png", MADE.resolve("sheets").resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheet;
    }

    private static void draw(BufferedImage picture, BufferedImage sheet, int left, int top) {
        for (int y = 0; y < picture.getHeight() / SQUARE; y++) {
            for (int x = 0; x < picture.getWidth() / SQUARE; x++) {
                sheet.setRGB(left + x, top + y, mean(picture.getRGB(x * SQUARE, y * SQUARE, SQUARE, SQUARE, null, 0,
                        SQUARE)));
            }
        }
    }

    private static int mean(int[] pixels) {
        int mean = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int sum = 0;
            for (int pixel : pixels) {
                sum += (pixel >> shift) & 0xff;
            }
            mean |= (sum / pixels.length) << shift;
        }
        return mean;
    }

    /** {@return of a thousand dots, those that differ} */
    private static int differing(BufferedImage before, BufferedImage now, int left, int width, int top) {
        int count = 0;
        for (int y = top; y < top + HEIGHT / SQUARE; y++) {
            for (int x = left; x < left + width; x++) {
                count += apart(before.getRGB(x, y), now.getRGB(x, y)) ? 1 : 0;
            }
        }
        return count * 1000 / (width * HEIGHT / SQUARE);
    }

    private static boolean apart(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)) > SHADES) {
                return true;
            }
        }
        return false;
    }

    private static BufferedImage read(Path file) {
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
