package org.postern.content.attachment;

/**
 * A file that a message brings, by itself or in an archive.
 *
 * @param path its name, behind those of the archives that it lies in and slashes, such as {@code a.zip/b.exe}; the last {@value #LONGEST}
 *        characters as a stranger has written them; where it has none, the type that it is called
 * @param declared the type that its sender calls it
 * @param type what it is; the empty string where nobody has looked
 */
public record SeenFile(String path, String declared, String type) {
    /** The longest path that is kept. */
    public static final int LONGEST = 255;

    public SeenFile {
        path = path.substring(Math.max(path.length() - LONGEST, 0));
    }
}
