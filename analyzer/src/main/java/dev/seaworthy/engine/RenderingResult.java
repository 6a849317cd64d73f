package dev.seaworthy.engine;

import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import java.util.List;

/**
 * What is to be reported of one rendering.
 *
 * @param inventory the account of its files
 * @param problems what could not be looked at
 * @param verdict the findings of all scenarios
 * @param reach how far the workloads lead, those together that several scenarios share
 */
record RenderingResult(
    List<InventoryEntry> inventory,
    List<Problem> problems,
    Suppressor.Verdict verdict,
    List<WorkloadReach> reach) {}
