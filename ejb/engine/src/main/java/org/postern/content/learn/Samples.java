package org.postern.content.learn;

import java.util.List;

/** The samples that are kept: the truth, of which every model is made anew. To forget is to delete one. */
public interface Samples {
    /** The most that are learnt from: about 60 MB. */
    int MOST = 20_000;

    /** {@return those taught last, at most {@link #MOST}, each key once, in any order} */
    List<Sample> latest();
}
