package org.postern.content.teach;

import org.postern.content.learn.Experience;
import org.postern.content.learn.Label;
import org.postern.content.learn.LiveModel;
import org.postern.content.learn.Model;
import org.postern.content.learn.Sample;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Samples and models in memory. */
public final class InMemoryLearning implements SampleStore, ModelStore {
    private final Map<String, Kept> samples = new HashMap<>();
    private final TreeMap<Long, Model> models = new TreeMap<>();
    private final Map<Long, Instant> made = new HashMap<>();
    private State state = new State(0, 0, LiveModel.NONE, LiveModel.NONE);
    private String owner = "";

    private record Kept(Sample sample, String by, boolean imported) {}

    private void changed() {
        state = new State(state.taught() + 1, state.learnt(), state.active(), state.doubted());
    }

    @Override
    public List<Sample> latest() {
        return samples.values().stream().map(Kept::sample).toList();
    }

    @Override
    public void put(Sample sample, String by, boolean imported) {
        samples.put(sample.key(), new Kept(sample, by, imported));
        changed();
    }

    @Override
    public boolean forget(String key) {
        changed();
        return samples.remove(key) != null;
    }

    @Override
    public int forgetAllOf(String by) {
        changed();
        int before = samples.size();
        samples.values().removeIf(kept -> kept.by().equals(by));
        return before - samples.size();
    }

    @Override
    public long countOf(String by, Instant from) {
        return samples.values()
                .stream()
                .filter(kept -> kept.by().equals(by) && !kept.imported() && !kept.sample().taught().isBefore(from))
                .count();
    }

    @Override
    public Map<Label, Long> counts() {
        return latest().stream().collect(Collectors.groupingBy(Sample::label, Collectors.counting()));
    }

    @Override
    public List<Teacher> teachers() {
        return samples.values()
                .stream()
                .collect(Collectors.groupingBy(Kept::by, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Teacher(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public Optional<Model> read(long number) {
        return Optional.ofNullable(models.get(number));
    }

    @Override
    public List<Line> list() {
        return models.descendingMap().entrySet().stream().map(entry -> {
            Experience experience = entry.getValue().experience();
            return new Line(entry.getKey(), made.get(entry.getKey()), experience.ham(), experience.spam(),
                    experience.trial().falsePositives(), experience.trial().area());
        }).toList();
    }

    @Override
    public boolean claim(String node, Instant now, Duration most) {
        boolean free = owner.isEmpty();
        owner = free ? node : owner;
        return free;
    }

    @Override
    public void release(String node, Instant now) {
        owner = "";
    }

    @Override
    public void publish(Model model, Instant when, long taught, boolean active) {
        long number = models.isEmpty() ? 1 : models.lastKey() + 1;
        models.put(number, model);
        made.put(number, when);
        state = new State(state.taught(), taught, active ? number : state.active(),
                active ? LiveModel.NONE : number);
    }

    @Override
    public void nothing(long taught) {
        state = new State(state.taught(), taught, LiveModel.NONE, LiveModel.NONE);
    }

    @Override
    public boolean use(long number) {
        state = new State(state.taught(), state.learnt(), number, LiveModel.NONE);
        return true;
    }
}
