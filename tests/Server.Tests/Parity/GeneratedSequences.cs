namespace ClickUpMcp.Tests.Parity;

/// <summary>Sequences made up from one fixed seed: legacy ones, modern ones, and clients that mix both.</summary>
internal static class GeneratedSequences
{
    public const int Seed = 20261128;

    private const int Count = 300;

    private const int MostMessages = 14;

    private static readonly Action<Hosting.ServerOptions>[] Profiles =
    [
        static _ => { },
        static options => options.Structured = true,
        static options => options.ReadOnly = true,
        static options => options.DisabledTools = ["get_task", "create_task", "get_workspace"],
        static options => options.Persona = "task_worker",
        static options => options.MaxResponseBytes = 1_000,
    ];

    public static IReadOnlyList<ParitySequence> All => [.. Enumerable.Range(0, Count).Select(Make)];

    private static ParitySequence Make(int index)
    {
        // Each sequence has its own source, so that one can be made again alone.
        var random = new Random(Seed + index);
        var grammar = new MessageGrammar(random);
        List<string> messages = [];
        bool isLegacy = index % 3 != 1;
        bool isModern = index % 3 != 0;
        bool hasHandshake = isLegacy && random.Next(8) != 0;
        if (hasHandshake)
        {
            messages.Add(grammar.Initialize());
            messages.Add("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        }

        for (int count = random.Next(4, MostMessages); count > 0; count--)
        {
            messages.Add(
                !isModern || (isLegacy && random.Next(2) == 0)
                    // Before a session HTTP serves no legacy call, so that what it changes would differ from then on.
                    ? grammar.Legacy(mayCall: hasHandshake)
                    : grammar.ModernMessage()
            );
            if (hasHandshake && random.Next(12) == 0)
            {
                messages.Add(grammar.Initialize());
            }
        }

        return new ParitySequence($"generated {index} of seed {Seed}", [.. messages.Select(ParityStep.Ask)])
        {
            Configure = Profiles[random.Next(Profiles.Length)],
        };
    }
}
