using System.Globalization;

namespace ClickUpMcp.Tests.Budgets;

/// <summary>What one call costs that no other work on the machine changes.</summary>
/// <param name="Call">The tool and its arguments.</param>
/// <param name="Requests">Requests to ClickUp.</param>
/// <param name="Bytes">UTF-8 bytes of the result's text.</param>
/// <param name="Kibibytes">What it allocates, the arrival of ClickUp's responses included, in KiB.</param>
internal sealed record CallBudget(string Call, int Requests, int Bytes, double Kibibytes)
{
    /// <summary>As a line of the committed file.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Requests}\t{Bytes}\t{Math.Ceiling(Kibibytes):F0}\t{Call}");

    /// <summary>Reads such a line.</summary>
    public static CallBudget Parse(string line)
    {
        string[] parts = line.Split('\t');
        return new CallBudget(
            parts[3],
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            double.Parse(parts[2], CultureInfo.InvariantCulture)
        );
    }
}
