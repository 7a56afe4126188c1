using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Custom fields of every type, at every level; the folder Backend has the most.</summary>
internal static class SeedFields
{
    public static void Add(Seed seed, Workspace workspace)
    {
        var fields = new FieldFactory(seed, workspace);
        fields.Add(FieldType.ShortText, "Customer", Scope.Everywhere);
        fields.Add(FieldType.Date, "Go-Live", Scope.Everywhere);
        fields.Add(FieldType.Checkbox, "Approved", Scope.Everywhere);
        fields.Add(
            FieldType.Users,
            "Stakeholders",
            Scope.Everywhere,
            """{"single_user":false,"include_guests":true,"include_team_members":true}"""
        );
        AddEngineering(seed, fields);
        AddBackend(seed, fields);
        AddMarketing(seed, fields);
    }

    private static void AddEngineering(Seed seed, FieldFactory fields)
    {
        var scope = new Scope(Space: seed.World.Spaces[SandboxSeed.EngineeringSpaceId]);
        fields.Add(FieldType.Number, "Effort", scope, """{"precision":1}""");
        fields.AddChoices(FieldType.DropDown, "Severity", scope, "Blocker", "Critical", "Major", "Minor");
        fields.AddChoices(FieldType.Labels, "Platforms", scope, "Web", "iOS", "Android", "Desktop");
        fields.Add(FieldType.Text, "Root Cause", scope, taskType: SandboxSeed.BugTypeId);
        var sprints = new Scope(Folder: seed.World.Folders[SandboxSeed.SprintFolderId]);
        fields.Add(FieldType.ShortText, "Sprint Goal", sprints);
        var bugs = new Scope(List: seed.World.Lists[SandboxSeed.BackendBugsListId]);
        fields.AddChoices(FieldType.DropDown, "Environment", bugs, "Production", "Staging", "Development");
    }

    private static void AddBackend(Seed seed, FieldFactory fields)
    {
        var scope = new Scope(Folder: seed.World.Folders[SandboxSeed.BackendFolderId]);
        fields.Add(FieldType.Text, "Release Notes", scope);
        fields.Add(FieldType.Url, "Website", scope);
        fields.Add(FieldType.Email, "Contact E-Mail", scope);
        fields.Add(FieldType.Phone, "Contact Phone", scope);
        fields.Add(FieldType.Currency, "Cost", scope, """{"precision":2,"currency_type":"EUR"}""");
        fields.Add(FieldType.Tasks, "Related Work", scope);
        fields.Add(FieldType.ListRelationship, "Customer Feedback", scope);
        fields.Add(FieldType.Rating, "Confidence", scope, """{"count":5,"code_point":"2b50"}""", maximum: 5);
        fields.Add(FieldType.ManualProgress, "Rollout", scope, """{"start":0,"end":100}""", maximum: 100);
        fields.Add(
            FieldType.AutomaticProgress,
            "Completion",
            scope,
            """{"tracking":{"subtasks":true,"checklists":false,"assigned_comments":false},"complete_on":3}"""
        );
        fields.Add(FieldType.Formula, "Planned Days", scope);
        fields.Add(FieldType.Votes, "Votes", scope);
        fields.Add(FieldType.Location, "Site", scope);
        fields.Add(FieldType.Attachment, "Specification", scope);
        fields.Add(FieldType.Button, "Deploy", scope);
    }

    private static void AddMarketing(Seed seed, FieldFactory fields)
    {
        var scope = new Scope(Space: seed.World.Spaces[SandboxSeed.MarketingSpaceId]);
        fields.AddChoices(FieldType.DropDown, "Channel", scope, "Blog", "E-Mail", "Social", "Press");
        fields.Add(FieldType.Currency, "Budget", scope, """{"precision":0,"currency_type":"EUR"}""");
    }
}
