namespace ClickUpMcp.FuzzBenchmark;

/// <summary>What came of one target.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Executions">How many mutations were run.</param>
/// <param name="Seconds">How long that took.</param>
/// <param name="Edges">Branches taken.</param>
/// <param name="Inputs">Inputs that reached something new.</param>
/// <param name="SlowestMilliseconds">The longest that one input took.</param>
internal sealed record FuzzResult(
    string Target,
    long Executions,
    double Seconds,
    int Edges,
    int Inputs,
    double SlowestMilliseconds
);
