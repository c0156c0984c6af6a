package org.postern.mail;

import java.io.IOException;
import java.nio.file.Path;

/** Content that is exactly what one file holds, and stays so: nobody writes to that file any more. */
public interface FiledContent extends Content {
    /**
     * Gives the file one more name, under which it remains when this content is gone. Nothing is copied, and nothing forced to the disk.
     *
     * @throws IOException when the file cannot have that name, because it lies in another file system, or in one without hard links,
     *         or the name is taken; also when the file has lost the name it had
     */
    void link(Path name) throws IOException;
}
