package org.postern.delivery.host;

import org.postern.config.rule.SmartHosts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** In which order the hosts of a route are asked: the healthy before the ill, by rank, and by chance and weight within a rank. */
record SmartHostOrder(HostHealth health, RandomGenerator random) {
    List<SmartHosts.Host> of(SmartHosts hosts) {
        List<SmartHosts.Host> order = new ArrayList<>();
        hosts.ranks().forEach(rank -> order.addAll(byWeight(rank)));
        return health.illLast(order, host -> HostHealth.key(host.name(), host.port()));
    }

    /** Each is first as often as its weight says, then each of the rest, and so on (Efraimidis and Spirakis). */
    private List<SmartHosts.Host> byWeight(List<SmartHosts.Host> rank) {
        Map<SmartHosts.Host, Double> draws = new HashMap<>();
        rank.forEach(host -> draws.put(host, Math.log(1 - random.nextDouble()) / host.weight()));
        return draws.entrySet()
                .stream()
                .sorted(Map.Entry.<SmartHosts.Host, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
