namespace ClickUpMcp.Tests.Fuzz;

/// <summary>A reader of hostile input, and what must hold whatever it is given.</summary>
internal interface IFuzzTarget
{
    /// <summary>What it is called in commands, tables and the name of its corpus.</summary>
    string Name { get; }

    /// <summary>Inputs to start from.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Words that random bytes would not hit on.</summary>
    IReadOnlyList<string> Words { get; }

    /// <summary>Reads one input.</summary>
    /// <exception cref="Exception">Something does not hold.</exception>
    void Run(byte[] input);
}
