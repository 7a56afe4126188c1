namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Words and colours of the priorities 1 to 4.</summary>
internal static class Priorities
{
    public static string Name(int priority) =>
        priority switch
        {
            1 => "urgent",
            2 => "high",
            3 => "normal",
            _ => "low",
        };

    public static string Color(int priority) =>
        priority switch
        {
            1 => "#f50000",
            2 => "#f8ae00",
            3 => "#6fddff",
            _ => "#d8d8d8",
        };
}
