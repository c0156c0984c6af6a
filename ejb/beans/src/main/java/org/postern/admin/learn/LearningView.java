package org.postern.admin.learn;

import org.postern.content.learn.Learning;
import org.postern.content.teach.ModelStore;
import org.postern.content.teach.SampleStore;

import java.util.List;

/**
 * How far the classifier has come.
 *
 * @param ham samples that are kept
 * @param spam samples that are kept
 * @param teachers who taught them
 * @param state of all nodes
 * @param here the number of the version that this node judges by, or 0
 * @param versions those that are kept, the newest first
 */
public record LearningView(long ham, long spam, List<SampleStore.Teacher> teachers, ModelStore.State state, long here,
        List<ModelStore.Line> versions) {
    public LearningView {
        teachers = List.copyOf(teachers);
        versions = List.copyOf(versions);
    }

    /** {@return whether too little was taught to judge by} */
    public boolean isTooFew() {
        return ham < Learning.LEAST || spam < Learning.LEAST;
    }
}
