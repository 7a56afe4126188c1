namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>What starting the server costs: times in ms from just before the spawn, memory in KiB.</summary>
/// <param name="Runs">The starts in their order.</param>
internal sealed record StartResult(IReadOnlyList<StartRun> Runs)
{
    public Sample Initialize => Of(static run => run.Initialize);

    public Sample List => Of(static run => run.List);

    public Sample ListAlone => Of(static run => run.List - run.Initialize);

    public Sample Processor => Of(static run => run.Processor);

    public Sample Exit => Of(static run => run.Exit);

    public Sample Resident => Of(static run => run.Memory.Resident);

    public Sample Refused => Of(static run => run.Refused.Resident);

    public Sample Peak => Of(static run => run.Memory.Peak);

    /// <summary>The parts of the memory of the start that is in the middle by its memory.</summary>
    public MemorySplit Split => Runs.OrderBy(static run => run.Memory.Resident).ElementAt(Runs.Count / 2).Split;

    public int ListBytes => Runs[0].Bytes;

    public int Tools => Runs[0].Tools;

    private Sample Of(Func<StartRun, double> value) => new(Runs.Select(value));
}
