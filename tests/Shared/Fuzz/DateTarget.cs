using System.Text;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>A text is a date or has a problem, and a date means an instant in every zone, from every side.</summary>
internal sealed class DateTarget : IFuzzTarget
{
    private static readonly DateTimeOffset Now = new(2026, 3, 29, 0, 30, 0, TimeSpan.Zero);

    private static readonly DateZones[] Zones =
    [
        DateZones.Unknown,
        DateZones.Of("Europe/Berlin", "Pacific/Apia"),
        DateZones.Of(null, "America/St_Johns"),
    ];

    private static readonly DateEdge[] Edges = Enum.GetValues<DateEdge>();
    private static readonly DateDirection[] Directions = Enum.GetValues<DateDirection>();

    public string Name => "dates";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. (
            (string[])
                [
                    "2026-12-25",
                    "2026-12-25T15:30:00.5+05:30",
                    "1767225600000",
                    "tomorrow at 3pm",
                    "next friday 08:15",
                    "in 3 days",
                    "2 weeks ago",
                    "end of month",
                    "start of next quarter",
                    "last monday of may",
                    "25 Dec 2026 noon Europe/Paris",
                    "12/25/2026 5:30 am UTC-8",
                    "the day after tomorrow",
                    "first working day of 2027",
                    "a week from tuesday",
                ]
        ).Select(Encoding.UTF8.GetBytes),
    ];

    public IReadOnlyList<string> Words { get; } =
    [
        "tomorrow ",
        " ago",
        "in ",
        "next ",
        "last ",
        "end of ",
        "9999",
        "0000",
        "-02-29",
        " weeks",
        " years",
        " at ",
        "24:00",
        "T",
        "Z",
        "+14:00",
        "99999999999",
        "friday",
        "february",
        "half past ",
        "quarter",
    ];

    public void Run(byte[] input)
    {
        string text = FuzzCheck.Text(input);
        bool isValid = DateParser.IsValid(text);
        string? problem = DateParser.FindProblem(text);
        FuzzCheck.Holds(isValid == problem is null, "valid and a problem");
        if (!isValid)
        {
            return;
        }

        foreach (DateZones zones in Zones)
        {
            foreach (DateEdge edge in Edges)
            {
                foreach (DateDirection direction in Directions)
                {
                    DateParser.Resolve(new DateExpression(text, edge, direction), Now, zones);
                }
            }
        }
    }
}
