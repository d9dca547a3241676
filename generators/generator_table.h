/*
 * generator_table.h - the generators by name; for generators/ alone.
 *
 * To add one: docs/dev/recipes.md.
 */
#ifndef GENERATORS_GENERATOR_TABLE_H
#define GENERATORS_GENERATOR_TABLE_H

#include "generators/generate.h"

generator_fn generate_action_plan;
generator_fn generate_appendices;
generator_fn generate_background_papers;
generator_fn generate_budget_lines;
generator_fn generate_chart;
generator_fn generate_contacts;
generator_fn generate_narrative;
generator_fn generate_recommendations;
generator_fn generate_structure;
generator_fn generate_table;
generator_fn generate_timeline;

#endif
